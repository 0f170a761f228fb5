# What administrators are told when a messenger's channel is in trouble.

zalo-oa-tokens-in-danger = ⚠️ The **Zalo OA** channel is about to stop sending, or has stopped: the bot cannot renew its access. Please ask whoever runs the bot to obtain a new token for the Official Account and to start the bot again.
