# The web chat's page: its frame, not what the bot says.

web-skip = Skip to the message box
web-log = Conversation
web-message = Message…
web-photo = Send photos
web-place = Send location
web-menu = Menu
web-send = Send
web-reconnecting = Reconnecting… What you typed is kept.
web-typing = The bot is answering
web-needs-script = This page needs JavaScript. Please switch it on and reload.
web-change-person = Change person
web-older = See older messages
web-older-wait = Loading older messages…
web-older-shown = Older messages are shown
web-older-failed = Older messages could not be loaded. Press to try again
web-leave = Sign out
web-stay = Stay
web-leaving = Sign out on this device?
web-leaving-text = Your unit keeps your reports and messages, but this device cannot open the conversation again. To come back, ask your unit for a new invite link.
web-leaving-waiting = A message has not been sent yet: if you sign out now, it is lost.

web-bot = Bot
web-you = You
web-today = Today
web-yesterday = Yesterday
web-sending = Sending
web-sent = Sent
web-not-sent = Not sent
web-joined = Joined by invite link
web-place-sent = Location sent
web-place-failed = Could not get your location. Switch it on, or type the name of the place.
web-photo-sent = Photo sent
web-photo-open = Open the photo
web-download = Download
web-uploading = Uploading the photo
web-try-again = Try again
web-too-long = This message is too long. Please split it into shorter ones.
web-waiting = Waiting to be sent
web-empty = No messages yet. Press Begin, or type what you want to report or ask.
web-begin = Begin
web-stranger = Guest

web-not-understood = This message could not be read and was not sent. Please type it again.
web-too-fast = That was a little fast. Your messages are kept and will be sent in a few seconds.
web-not-stored = The server could not take the message yet. It is kept and will be sent again.

web-upload-too-big = The photo is too big: { $size } MB at most. Please take a smaller one or send another.
web-upload-wrong-type = This file is not a photo. Please send a JPG, PNG or WebP.
web-upload-empty = This photo is empty. Please choose it again.
web-upload-failed = The photo could not be sent. Please try again.
web-upload-too-fast = That is a lot of photos. Please wait a minute before sending more.
web-upload-join-first = Please finish joining before you send photos.
web-upload-signed-out = Your session has ended. Please open your invite link again.

# The name of the page while it is not known where its reader belongs
web-heading = Progress reports
web-door-title = Please come in by your link
web-door-text = Open the invite link your unit sent you, or type the invite code here. No code yet? Ask the officer in charge at your unit.
web-door-code = Invite code
web-door-enter = Enter
web-suspended-title = This account is suspended
web-suspended-text = This chat is closed; your reports and drafts are kept. If it is a mistake, or to have your data corrected, restricted or deleted, please ask the administrators of { $tenant }{ $contact ->
    [none] { "" }
   *[other] { " " }({ $contact })
    }: they note it as a request and do it within the time the law gives. With a new invite, type its code here.
web-door-wrong = This code is not right. Please check it and type it again.
web-lost-title = There is no such page
web-lost-text = This address was mistyped or is old. You talk to the bot on the first page.
web-lost-chat = Go to the chat

web-picker-title = Who are you today?
web-picker-text = A trial with a sample commune. Choose a person to chat as; you can change at any time.
web-picker-foot = The people and figures here are examples.
web-token-title = API token
web-token-text = It is shown once. Press when you are ready to copy it.
web-token-show = Show it
web-token-shown = Please copy it now and hand it on by a safe way. Once this page is closed it cannot be seen again.
web-token-gone = This link was used, or is older than an hour. Send /api to the bot for a new one.
