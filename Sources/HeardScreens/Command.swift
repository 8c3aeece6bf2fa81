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
  case goCalendar
  case goUnreadable
  case goTelling
  case goApprovals
  case goConflicts
  case help
  case palette
  case whereAmI
  case readNews
  case quit
  case suspend
  case redraw
  // Lists.
  case filter
  case clearFilter
  case sort
  case reverseSort
  case mark
  case chooseRows
  case chooseColumns
  case chooseMeasure
  // Records.
  case newRecord
  case newEvent
  case newTestimony
  case newAction
  case edit
  case duplicate
  case delete
  case attendance
  case undo
  case redo
  case reload
  case changeStatus
  case addPerson
  case removePerson
  case readText
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
  // Counting at the door.
  case countUp
  case countDown
  case countUpOnline
  case countDownOnline
  case grid
  case chooseSource
  case clearNumber
  case storeSlip
  case putOnList
  case noteName
  // Bringing in what exists.
  case importEvents
  case fillDown
  case dateOrder
  case headings
  case keepColumns
  case useColumns
  case takeRow
  case leaveRow
  case onlyDoubtful
  // Testimonies.
  case consent
  case readBack
  case showHidden
  case withdraw
  case addQuote
  case link
  // Before an event.
  case today
  case arrangeAccess
  case planSeries
  case previousInSeries
  case nextInSeries
  case printPage
  case exportCalendar
}
