"""Questions answered from approved articles: what an article is, how it is found, what else is declined.

An article is a file of content/knowledge; nothing is ever answered that does not stand in one.
"""
