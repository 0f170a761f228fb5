"""What is due in a tenant, read and put into words: digests, lists, a countdown."""
