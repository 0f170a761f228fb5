# What administrators are told when a messenger's channel is in trouble.

zalo-oa-tokens-in-danger = ⚠️ The **Zalo OA** channel is about to stop sending, or has stopped: the bot cannot renew its access. Please ask whoever runs the bot to obtain a new token for the Official Account and to start the bot again.

# When a channel's quota of the month is about to run out.
quota-messages = ⚠️ The Zalo bot has used **{ $used } of { $allowed } messages** of its plan this month. { $level ->
        [at80] To keep messages for replies, everybody is now reminded every other week only.
       *[at95] To keep messages for replies, nobody is reminded on Zalo any more until the month ends.
    } Once they are used up, Zalo delivers nothing: please think of a larger plan, or of another channel for some of the people.
quota-people = ⚠️ The Zalo bot serves **{ $used } of { $allowed } people** of its plan. Once it is full, newcomers get no answer: please think of a larger plan, or invite more people over another channel.

# The command `tiendo channels`: channel by channel, for operators.
channels-heading = { $state ->
        [used] ● { $channel }
        [partly] ✗ { $channel }: settings are missing or wrong
       *[off] ○ { $channel }: not used
    }
channels-wrong = ✗ { $complaint }
channels-lacking = not set: { $settings }
channels-credential = { $setting }: { $value }{ $length ->
        [0] { "" }
       *[other] {" "}({ $length } characters)
    }
channels-trouble = { $ailment ->
        [token] ✗ the service does not take the bot's token: { $words }
        [busy] ✗ the service wants to be left alone, it was called too often: { $words }
       *[silent] ✗ the service could not be asked: { $words }
    }
channels-account = its name there: { $account }
channels-receives = { $how ->
        [polling] receives: by polling (the bot asks the service)
        [webhook] receives: by webhook at { $address }
        [pages] the bot's own pages: { $address }
       *[here] the bot's own pages, which open on this machine only: TIENDO_PUBLIC_URL is not set
    }
channels-hook-right = { $set ->
        [yes] webhook: the service has the right address
       *[no] webhook: the service has none, as polling needs it
    }
channels-hook-missing = ⚠ webhook: the service has no address yet; the bot sets it when it starts
channels-hook-other = { $polls ->
        [yes] ⚠ webhook: the service posts to { $host }, so that polling receives nothing; the bot removes it when it starts
       *[no] ⚠ webhook: the service posts somewhere else ({ $host }); the bot sets it anew when it starts
    }
channels-hook-waiting = the service holds { $count } updates that it could not deliver yet
channels-hook-error = ⚠ the last delivery that failed { $at }: { $words }
channels-tokens = access token good until { $access }; refresh token good until { $refresh }
channels-tokens-in-danger = ⚠ the tokens end soon or have ended, and the bot has not renewed them: see whether it runs; once the refresh token has ended a new one must be obtained
channels-no-tokens = no access token yet: the bot gets one when it first runs with this refresh token
channels-people = { $allowed ->
        [0] { $used } people
       *[other] { $used } of { $allowed } people
    }
channels-messages = { $allowed ->
        [0] { $used } messages in { $month }
       *[other] { $used } of { $allowed } messages in { $month }
    }
channels-near-limit = ⚠ { $percent } % of the plan is used, or more
channels-received = last update received: { $at }, from { $chat } { $event }
channels-nothing-received = nothing received yet
channels-queues = { $waiting } wait to be sent, { $unread } to be handled, { $dead } given up, { $undeliverable } not deliverable{ $listed ->
        [0] { "" }
       *[other] {" "}(see: tiendo outbox)
    }
channels-paused = ⚠ sending rests until { $until }
channels-last-error = last error in sending { $at }: { $words }
channels-test-message = ✅ A test message of the reporting bot. If you can read this, sending works.
channels-test-sent = ✓ { $channel } took the test message to { $chat }; its id is { $reference }
channels-test-failed = ✗ { $channel } did not take the test message to { $chat }: { $words }

# Who writes too fast
flood-member = 🐢 That was fast: I read one after the other. Nothing is lost, no need to send it again; answers take a little longer.
flood-stranger = 🐢 That was fast. I read the first messages one after the other; please send again in some minutes what was not answered.
