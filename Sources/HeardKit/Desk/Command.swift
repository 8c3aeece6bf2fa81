/// What a person can ask for, apart from typing text; each has its keys in the key table.
///
/// The raw value is the name in the catalogs (`command.NAME`) and in the command palette.
public enum Command: String, CaseIterable, Hashable, Sendable {
  // Moving about in what is shown.
  case moveUp
  case moveDown
  case moveLeft
  case moveRight
  case pageUp
  case pageDown
  case first
  case last
  case open
  case back
  case nextPart
  case previousPart
  case unfold
  case foldUp
  // Going somewhere.
  case goHome
  case goEvents
  case goTestimonies
  case goActions
  case goFigures
  case goPeople
  case goOrganisations
  case goSettings
  case goTeam
  case goFacts
  case goCalendar
  case goUnreadable
  case goTelling
  case goApprovals
  case goConflicts
  case help
  case palette
  case find
  case forward
  case showTrail
  case related
  case whereAmI
  case readNews
  case listNews
  case tour
  case tourOn
  case tourBack
  case tourLeave
  case quit
  case suspend
  case redraw
  case plainLines
  case fullScreen
  // Lists.
  case filter
  case clearFilter
  case sort
  case reverseSort
  case mark
  case markRange
  case markAll
  case dropMarks
  case changeMarked
  case chooseListColumns
  case showColumn
  case moveEarlier
  case moveLater
  case usualColumns
  case openViews
  case saveView
  case preview
  case apply
  case chooseRows
  case chooseColumns
  case chooseMeasure
  case showPublic
  case giveOut
  // Records.
  case newRecord
  case newEvent
  case newTestimony
  case newAction
  case edit
  case duplicate
  case delete
  /// Make one of two that were entered twice.
  case merge
  case attendance
  case undo
  case redo
  case reload
  /// Upgrade the folder to the newest format.
  case upgradeFolder
  case changeStatus
  case addPerson
  case removePerson
  case showEvents
  // After the event.
  case closeOut
  case signCloseOut
  case tellPeople
  case tellDelivered
  case tellAcknowledged
  case tellNotPossible
  case approve
  case unlock
  // Forms.
  case save
  case fold
  case previousField
  case nextField
  case change
  case writeOutside
  case readOutside
  // Counting at the door.
  case countUp
  case countDown
  case countUpOnline
  case countDownOnline
  case anotherRole
  case grid
  case chooseSource
  case clearNumber
  case storeSlip
  /// Say who was given slips.
  case chooseBase
  /// Say which communities people were asked about.
  case whichAsked
  case putOnList
  case noteName
  // Bringing in what exists.
  case importEvents
  case fillDown
  case dateOrder
  /// Say by which clock the times in a country are told.
  case zoneOfRows
  case headings
  case history
  case keepColumns
  case useColumns
  case takeRow
  case leaveRow
  case onlyDoubtful
  case takeAllRows
  case sheetLists
  case letters
  case separator
  case keepNames
  case keepCells
  /// Make organisations and members of the team of the names in a sheet.
  case makeRecords
  /// Show rows that are perhaps an event twice beside what they look like.
  case comparePairs
  case noticeTold
  // Testimonies.
  case consent
  case readBack
  case showHidden
  case withdraw
  case erase
  case addQuote
  /// What is told goes to the safeguarding lead.
  case forLead
  case sealDisclosure
  case printDisclosure
  case noteReceipt
  // Before an event.
  case today
  case arrangeAccess
  case planSeries
  case previousInSeries
  case nextInSeries
  case printPage
  case exportCalendar
}
