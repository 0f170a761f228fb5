# Who changed what and when: of one record, and lately
trail-button = 🕘 History
trail-of = 🕘 History · { $name }, newest first:
trail-title = 🕘 Latest changes · { $group }
trail-nothing = No change was put down yet.
trail-nobody = The system
trail-erased = Personal data were taken out, as was asked.
trail-yes = yes
trail-no = no
trail-line = **{ $at }** · { $who }: { $action }
trail-about = { " " }· { $name }
trail-value = • { $what }: { $value }
trail-change = • { $what }: { $old } → { $new }
trail-group-all = All
trail-group-reports = Reports
trail-group-people = People
trail-group-plans = Plans, periods
trail-group-registers = Registers
trail-group-requests = Requests
trail-group-messages = Messages
trail-group-data = Data
trail-action = { $action ->
    [report] sent the report
    [record] the bot recorded it
    [correct] corrected the report
    [withdraw] took the report back
    [confirm] confirmed it
    [reject] turned it down
    [send-back] sent it back
    [explain] explained it
    [close-remark] closed what was sent back
    [read-doubts] read what had been asked about it
    [count-joint] counts now, of work done together
    [add-evidence] added photos or files
    [answer-tip] answered the tip
    [join] asked to come in
    [approve] was let in
    [refuse] was turned down
    [invite] made an invite
    [set-locale] changed the language
    [set-org-type] said what the business is
    [agree] agreed
    [take-back-consent] took consent back
    [erase] deleted their data
    [erase-words] took personal data out of the trail
    [link] linked a channel
    [link_code] asked for a linking code
    [link_locked] typed wrong codes and was locked
    [link_refused] declined a link
    [replace] took the place of a candidate
    [prefer] chose where to be written to
    [part] parted from a channel
    [disown] took a strange channel off
    [take-leave] is on leave
    [end-leave] is back
    [answer-due] answered what is due
    [settle] changed the calendar
    [settle-owner] named the unit in charge
    [settle-unit] make, rename or merge a unit
    [carry-over] over to the unit that carries on
    [settle-parameter] set a value
    [settle-condition] decided a condition
    [roster-add] added to a list
    [roster-end] took off a list
    [add-day] added a deadline
    [drop-day] dropped a deadline
    [close-period] closed a period
    [end-lock] ended the closing
    [link-group] sent summaries to a group chat
    [unlink-group] stopped sending to a group chat
    [ask-to-reopen] asked to open a period
    [decide-reopening] decided on opening
    [reopen-period] opened a period
    [teach-word] taught a word
    [remove-word] removed a word
    [rename-org] renamed the business
    [name-org] added a name
    [merge-org] merged it
    [part-org] parted it again
    [set-org-status] changed its state
    [set-own] the household changed its data
    [add-product] added a product
    [remove-product] removed a product
    [open-inspection] opened an inspection
    [sign-inspection] signed an inspection
    [drop-inspection] dropped an inspection
    [import] imported a workbook
    [announce-market-day] announced a verification day
    [call-off-market-day] called a verification day off
    [open-request] opened a request
    [take-request] took a request
    [answer-request] answered a request
    [hand-over-request] handed a request over
    [hand-over-duty] gave to another person
    [pass-up-request] passed a request up
    [close-request] closed a request
    [ask-again] asked again
    [add-to-request] added to a request
    [propose-article] proposed an article
    [decide-article] decided on an article
    [export] took data out
    [export-asked] asked for data
    [export-made] data were taken out
    [backup] made a backup
    [restore] restored a backup
    [person-unit] moved to another unit
    [person-role] changed the role
    [person-status] was suspended or brought back
    [hand-over] handed duties over
    [token-made] gave another system a token
    [token-revoked] took a token back
    [revoke-invite] took an invite back
    [ended] ended its repeating
    [copy-own] got a copy of their own data
    [settle-unit] changed the units
    [purge] deleted what was kept long enough
    [restrict] restricted the data of a person
    [lift-restriction] lifted a restriction of data
    [open-incident] opened an incident with data
    [settle-incident-step] settled a step of an incident
    [skip-incident-step] found a step of an incident needless
    [undo-incident-step] took a step of an incident back
    [propose-close-incident] proposed to close an incident
    [go-on-incident] went on with an incident
    [close-incident] confirmed the close of an incident
    [print-incident] took the minutes of an incident
    [broadcast-written] wrote a message to many
    [broadcast-proposed] asked for the release of a message
    [broadcast-refused] did not release a message
    [broadcast-released] released a message
    [broadcast-stopped] stopped a message
    [broadcast-went-on] let a message go on
    [broadcast-ended] ended a message
    [broadcast-cancelled] threw a message away
    [broadcast-recalled] recalled a message
    [broadcast-changed] changed a message
   *[other] { $action }
  }
trail-key = { $what ->
    [step] step
    [status] state
    [role] role
    [name] name
    [successor] successor
    [also] other names
    [days] days
    [taker] taken over by
    [requests] requests
    [unit] unit
    [reason] reason
    [purpose] purpose
    [until] until
    [count] number
    [owner] in charge
    [title] group
    [period] period
    [due] due
    [granted] granted
    [answer] answer
    [question] question
    [state] state
    [value] value
    [met] met
    [review] review
    [works] worked
    [about] about
    [place] place
    [day] day
    [matter] matter
    [reply] reply
    [consent] consent
    [rows] rows
    [file] file
    [kind] kind
    [new] new
    [changed] changed
    [locale] language
    [org_type] kind of business
    [channel] channel
    [subject] subject
    [uses] uses
    [what] what
    [since] since
    [field] field
    [into] into
    [reports] reports
    [satisfied] satisfied
    [tenant] tenant
    [text] words
    [code] code
    [gtin] number
    [organisation] organisation
    [invite] invite
    [phrase] word taught
    [is] now
    [why] reason
    [scopes] scopes
    [asker] asked by
    [contact] channel
    [answered] answered
    [option] choice
    [broadcasts] messages to many
    [duties] duties
    [targets] targets
    [articles] articles
    [raised] questions asked
    [inspections] inspections
    [groups] group chats
    [person] person
   *[other] { $what }
  }
trail-own = { $field ->
    [place] where they sell
    [spot] stall
    [trade] goods
    [tax] tax number
   *[name] name
  }
trail-off = off
trail-day = { $day }
trail-moment = { $at }
trail-reply = { $reply ->
    [later] later
    [doing] on it
    [not-mine] not in charge
    [nothing] nothing to report
    [done] done
   *[again] took the answer back
  }
trail-matter = { $kind ->
    [duty] report on a plan
    [date] day set for units
    [step] step { $code }
    [task] task { $code }
    [goal] target { $code }
    [request] request
    [pending] report that waits
   *[instruments] instruments about to expire
  }
trail-state = { $state ->
    [draft] draft
    [approved] approved
    [pending] waits
    [active] active
    [suspended] suspended
    [blocked] blocked
    [confirmed] confirmed
    [withdrawn] taken back
    [rejected] turned down
    [superseded] corrected
    [joint] joint
    [paused] paused
    [closed] closed
    [replaced] replaced
    [dropped] dropped
   *[other] { $state }
  }
