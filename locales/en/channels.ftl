# What administrators are told when a messenger's channel is in trouble.

zalo-oa-tokens-in-danger = ⚠️ The **Zalo OA** channel is about to stop sending, or has stopped: the bot cannot renew its access. Please ask whoever runs the bot to obtain a new token for the Official Account and to start the bot again.

# When a channel's quota of the month is about to run out.
quota-messages = ⚠️ The Zalo bot has used **{ $used } of { $allowed } messages** of its plan this month. { $level ->
        [at80] To keep messages for replies, everybody is now reminded every other week only.
       *[at95] To keep messages for replies, nobody is reminded on Zalo any more until the month ends.
    } Once they are used up, Zalo delivers nothing: please think of a larger plan, or of another channel for some of the people.
quota-people = ⚠️ The Zalo bot serves **{ $used } of { $allowed } people** of its plan. Once it is full, newcomers get no answer: please think of a larger plan, or invite more people over another channel.
