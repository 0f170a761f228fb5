### News for admins on how the bot runs.
backup-made = 💾 The backup of { $day } is made: { $rows } rows, { $size } MB; restored as a trial it was the same. For the rest of the week you hear of a night only if it fails.
trail-broken = ⚠️ The trail of changes does not hold any more: at line { $line } something was altered or removed in the database itself (checked on { $day }). Please have whoever runs the server touch nothing, run `tiendo audit check` and compare with the backups.
backup-failed = ⚠️ The backup of { $day } failed: { $why }. Please tell whoever runs the server; it is tried again in an hour.
