/// Where each member of each record is filled in and shown, as far as it is not called the same
/// everywhere.
///
/// A row is `Type.member | on the screen | on the command line | where it is shown`. Types are called as
/// in docs/file-format.md. An empty cell is the one of the type's row `Type.*`, and else the member's
/// own name, behind the type's prefix. A cell holds
///
/// - the name of a field of the form, of a field for `--set`, of a value of `heard show`;
/// - `:command`, a command of a screen, or `heard …`, a command line that takes it;
/// - `"key"`, the text under which a screen shows it;
/// - `- reason`, why there is none. A row with this alone leaves out the member, or a whole type.
enum RegisterRows {
  static let text = """
    Event.id | - made once and never changed | - as on the screen | id
    Event.participations | :addPerson | heard add person | "summary.list"
    Event.conflicts | :goConflicts | - chosen with both versions in view | "event.conflicts.other"
    Series.name | series | series | series
    Partner of an event.id | partners | partners | partners
    Partner of an event.* | partnerParts | partnerParts | partnerParts
    Attendance.source | :chooseSource | attendanceSource | attendanceSource
    Attendance.total | :attendance | attendance | attendances
    Attendance.note | attendanceNote | attendanceNote | attendanceNote
    Attendance.roles | :attendance | attendanceRoles | attendanceRoles
    Attendance.* | :grid
    Declared communities.* | :grid
    Declared communities.questions | :whichAsked
    Declared communities.sittings | :storeSlip | - entered slip by slip at the door | - told by their sums
    Question of a slip | - noted by :whichAsked or counted by :storeSlip, shown as declaredQuestions
    Slips of a sitting | - counted by :storeSlip, shown as the sums that they come to
    Declared communities.communities | | declaredCommunities | declaredCommunities
    Pulse.id | - made by the program | - as on the screen | - nobody needs it
    Pulse.* | pulses | pulses | pulses
    Close-out.note | closeOutNote | closeOutNote | closeOutNote
    Close-out.by | :signCloseOut | - signed with what is settled in view | "closeOut.signed"
    Close-out.at | :signCloseOut | - signed with what is settled in view | "closeOut.signed"
    Feedback.deliveredOn | feedbackDelivered | feedbackDelivered | feedbackDelivered
    Provenance.kind | provenance | provenance | provenance
    Provenance.importKey | - made when a sheet is imported, to know its rows again

    Testimonies of an event | - holds the testimonies of one event, and nothing else
    Testimony.id | - made once and never changed | - as on the screen | id
    Testimony.person | speaker | speaker | pseudonym
    Testimony.pseudonym | speaker | speaker
    Testimony.text | words | words
    Testimony.type | testimonyType | testimonyType
    Testimony.stage | :changeStatus
    Testimony.takenAt | - noted when it is taken down | - as on the screen | date
    Testimony.quotes | :addQuote | - a passage is chosen beside the words | quotes
    Testimony.translations | translationText | translationText | translations
    Testimony.conflicts | :goConflicts | - chosen with both versions in view | "event.conflicts.other"
    Read-back.at | readBackDone | readBackDone | "field.readBackDone"
    Read-back.by | readBackDone | readBackDone | "field.readBackDone"
    Read-back.confirmed | | | "testimony.confirmed"
    Translation.* | | | translations
    Translation.id | translationLanguage | translationLanguage
    Consent.id | - made by the program | - as on the screen | - nobody needs it
    Consent.noticeVersion | - that of the notice when it was told | - as on the screen | "field.notice"
    Consent.language | - that of the words when the notice was told | - as on the screen | "field.notice"
    Consent.jurisdiction | - that of the event's country | - as on the screen | country
    Consent.obtainedBy | - who writes the first answer down | - as there | "testimony.askedBy"
    Consent.obtainedAt | - when the first answer is written down | - as there | "testimony.askedBy"
    Consent.withdrawalCode | - made by the program | - as on the screen | "testimony.codeLabel"
    Consent.communities | communitiesBeside | communitiesBeside | communitiesBeside
    Consent.entries | mayRecord | mayRecord | consents
    Answer of a consent.* | mayRecord | mayRecord | consents
    Answer of a consent.id | - made by the program | - as on the screen | - nobody needs it
    Answer of a consent.at | - when it is saved | - as on the screen | "field.mayRecord"
    Answer of a consent.by | - who saves it | - as on the screen | "field.mayRecord"
    Answer of a consent.reason | consentReason | consentReason | "field.mayRecord"
    Quote.* | passage | - a quote is agreed to by who hears it read, beside the words | quotes
    Quote.id | - made by the program
    Quote.translations | translationText
    Quote.approval | approved
    Quote.reviewedBy | reviewedByMe | | "quote.reviewed"
    Quote.reviewedOn | reviewedByMe | | "quote.reviewed"
    Quote.selectedBecause | selectedBecause | | "field.selectedBecause"
    Quote.embargo | embargo | | "field.embargo"
    Approval of a quote.* | approved | - a quote is agreed to by who hears it read | quotes
    Approval of a quote.coversTranslations | coversTranslations
    Approval of a quote.naming | quoteNaming
    Approval of a quote.revoked | revoked

    Follow-up action.id | - made once and never changed | - as on the screen | id
    Follow-up action.testimonies | | | testimonyIDs
    Follow-up action.events | | | eventIDs
    Follow-up action.conflicts | :goConflicts | - chosen with both versions in view | "event.conflicts.other"
    Milestone.* | milestones | milestones | milestones
    Milestone.id | - made by the program | - as on the screen | - nobody needs it
    Organisations | - holds all organisations, and nothing else
    Organisation.id | - made once and never changed | - as on the screen | id
    Organisation.conflicts | :goConflicts | - chosen with both versions in view | "event.conflicts.other"
    Support of an organisation.* | support | support | support
    Support of an organisation.id | - made by the program | - as on the screen | - nobody needs it
    Team | - holds all members of the team, and nothing else
    Member of the team.id | - made once and never changed | - as on the screen | id
    Member of the team.roles | teamRoles | teamRoles | teamRoles
    Member of the team.countries | teamCountries | teamCountries | teamCountries
    Member of the team.conflicts | :goConflicts | - chosen with both versions in view | "event.conflicts.other"

    Participation.id | - made once and never changed | - as on the screen | id
    Participation.pseudonym | | | pseudonym
    Participation.status | | | presences
    Participation.roles | | | roles
    Participation.consent | countConsent | countConsent | "field.countConsent"
    Participation.accessNeeds | personAccess | personAccess | presences
    Participation.presence | | | presences
    Participation.communities | | | "field.personCommunities"
    Participation.ageBand | | | "field.personAgeBand"
    Participation.organisation | | | presences
    Participation.note | | | presences
    Participation.importKey | - made when a sheet is imported, to know its rows again
    Identity.* | :noteName | heard import people --keep-names | heard identity
    Identity.id | - made with the person
    Identity.language | :importEvents
    Identity.keepUntil | - set in the file by who keeps the names, and obeyed by heard retention

    Programme.name | "field.programmeName" | heard new --name | "field.programmeName"
    Programme.countries | "field.programmeCountries" | heard new --country | "field.programmeCountries"
    Programme.languages | - follows from its countries | heard new --language | "field.settingsLanguage"
    Programme.sharedByGroup | - decided where the folder lies | heard new --shared | "rights.tightened.other"
    Programme.* | - set in heard.json by who keeps the folder | - as there | - read there
    Published totals | - set in heard.json by who keeps the folder
    Views | - holds all views, and nothing else
    View of a list.* | :saveView | - views are kept where their list is seen | :openViews
    View of a list.id | - made by the program
    View of a list.conflicts | :goConflicts
    Column of a list | - which columns there are is chosen on the list, with :chooseListColumns
    Columns of a list | - which columns there are is chosen on the list, with :chooseListColumns
    Plan | - a plan is agreed outside, and written as a file
    Row of the plan | - a plan is agreed outside, and written as a file
    Baselines | - published figures, written as a file
    Baseline | - published figures, written as a file
    Notice | - reviewed by the data-protection officer, and written as a file
    Wording of a notice | - reviewed by the data-protection officer, and written as a file
    Guide | - agreed with those who ask, and written as a file
    Question of a guide | - agreed with those who ask, and written as a file
    Country profile | - reviewed by the data-protection officer, and written as a file
    Taxonomy | - agreed by the programme, and written as a file
    Entry of a taxonomy | - agreed by the programme, and written as a file
    Mapping | - kept by :keepColumns and heard import events --keep-mapping as it was used
    Column of a mapping | - kept by :keepColumns and heard import events --keep-mapping as it was used
    Disclosure | - kept of a testimony as :forLead marks it, and handed over by :sealDisclosure, :printDisclosure, heard safeguarding
    Tombstone | - written by who erases on request, obeyed by every reading and merge
    Approvals of a quarter | - made by :approve and heard approve, as a whole
    Approval | - made by :approve and heard approve, as a whole
    Approved figures | - made by :approve and heard approve, as a whole
    Approved event | - made by :approve and heard approve, as a whole
    Unlocking | - made by :unlock and heard unlock, as a whole
    Line of the history | - written with every change
    Value in the history | - written with every change of an event
    Line of the register | - written as something leaves, and listed by heard register
    Event.mergedFrom | - noted as two events are made one by :merge, heard merge
    Merged event | - noted as two events are made one by :merge, heard merge
    Event.retention | - marked as heard retention or its screen takes something out
    Participation.retention | - marked as heard retention or its screen takes something out
    Testimony.retention | - marked as heard retention or its screen takes something out
    Mark of retention | - marked as heard retention or its screen takes something out
    Draft | - kept of what is typed in a form
    Personal settings | - a person's own file, filled in by :goSettings, and no record of the programme
    Conflict | - found when files are merged, and chosen under :goConflicts

    Programme.zone | - read, kept and merged; nothing fills it in
    Programme.leadKey | - set in heard.json by who keeps the folder, and used by :sealDisclosure
    Event.asks | - read, kept and merged; nothing fills it in
    Ask | - read, kept and merged; nothing fills it in
    Attendance.inRole | :grid | attendanceInRole | attendanceInRole
    Attendance.counts | - grown by presses at the door; what they come to is told beside them
    Attendance.typed | - noted as a number is typed at the door; what it comes to is told beside it
    Count of a sitting | - grown by presses at the door, which tells each sitting's share
    Typed number | - noted as a number is typed at the door
    Mark of a sitting | - noted as a number is typed at the door
    Participation.mergedInto | - noted as two people or events are made one by :merge, heard merge
    Feedback.laterReason | - read, kept and merged; nothing fills it in
    Feedback.deliveries | - read, kept and merged; nothing fills it in
    Delivery | - read, kept and merged; nothing fills it in
    Testimony.mode | - read, kept and merged; nothing fills it in
    Testimony.interpreter | - read, kept and merged; nothing fills it in
    Testimony.supporter | - read, kept and merged; nothing fills it in
    Testimony.markers | - read, kept and merged; nothing fills it in
    Testimony.markedText | - read, kept and merged; nothing fills it in
    Testimony.versions | - read, kept and merged; nothing fills it in
    Testimony.codings | - read, kept and merged; nothing fills it in
    Testimony.asks | - read, kept and merged; nothing fills it in
    Marker in a text | - read, kept and merged; nothing fills it in
    Version of a text | - read, kept and merged; nothing fills it in
    Coding | - read, kept and merged; nothing fills it in
    Answer of a consent.method | - read, kept and merged; nothing fills it in
    Answer of a consent.evidence | - read, kept and merged; nothing fills it in
    Answer of a consent.evidenceOnly | - read, kept and merged; nothing fills it in
    Follow-up action.countries | - read, kept and merged; nothing fills it in
    Follow-up action.ownerStaff | - read, kept and merged; nothing fills it in
    Follow-up action.ownerOrganisation | - read, kept and merged; nothing fills it in
    Follow-up action.decider | - read, kept and merged; nothing fills it in
    Follow-up action.deciderLevel | - read, kept and merged; nothing fills it in
    Follow-up action.decided | - read, kept and merged; nothing fills it in
    Follow-up action.decidedOn | - read, kept and merged; nothing fills it in
    Follow-up action.answers | - read, kept and merged; nothing fills it in
    Follow-up action.evidenceItems | - read, kept and merged; nothing fills it in
    Follow-up action.statusEntries | - read, kept and merged; nothing fills it in
    Follow-up action.notes | - read, kept and merged; nothing fills it in
    Follow-up action.mergedInto | - read, kept and merged; nothing fills it in
    Answer to an ask | - read, kept and merged; nothing fills it in
    Milestone.state | - read, kept and merged; nothing fills it in
    Measure.places | - read, kept and merged; nothing fills it in
    Measure.percent | - read, kept and merged; nothing fills it in
    Measure.baselineOn | - read, kept and merged; nothing fills it in
    Measure.baselineSource | - read, kept and merged; nothing fills it in
    Measure.currentOn | - read, kept and merged; nothing fills it in
    Measure.currentSource | - read, kept and merged; nothing fills it in
    Entry of a status | - read, kept and merged; nothing fills it in
    Item of evidence | - read, kept and merged; nothing fills it in
    Organisation.mergedInto | - read, kept and merged; nothing fills it in
    Support of an organisation.upTo | - read, kept and merged; nothing fills it in
    Support of an organisation.from | - read, kept and merged; nothing fills it in
    Support of an organisation.to | - read, kept and merged; nothing fills it in
    Support of an organisation.place | - read, kept and merged; nothing fills it in
    Support of an organisation.programme | - read, kept and merged; nothing fills it in
    Word of a mapping | - read, kept and merged; nothing fills it in
    Mark of a withdrawal | - read, kept and merged; nothing fills it in
    Withdrawn answer | - read, kept and merged; nothing fills it in
    Fact.id | - made once and never changed | - as on the screen | id
    Fact.places | number | number | number
    Fact.conflicts | :goConflicts | - chosen with both versions in view | "event.conflicts.other"
    Release | - read, listed and kept as it was given out, under heard list releases
    Cell of a release | - read, listed and kept as it was given out, under heard list releases
    Second approval | - read, kept and merged; nothing fills it in
    """
}
