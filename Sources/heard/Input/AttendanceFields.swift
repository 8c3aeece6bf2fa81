import HeardKit
import HeardModel
import HeardScreens

/// The tally of an event as fields; on the screen it has a form of its own.
enum AttendanceFields {
  static let all: [FieldSpec<Event>] = [
    .number("attendance", \.attendance.total),
    source,
    .number("inPerson", \.attendance.inPerson),
    .number("online", \.attendance.online),
    .number("hostCrowd", \.attendance.hostCrowd),
    .text("attendanceNote", \.attendance.note),
  ]

  /// How a tally can come about; lists and ignorance are none.
  private static let sources: [AttendanceSource] = [.counted, .reported, .estimated]

  private static let source = FieldSpec<Event>(
    "attendanceSource", { _, desk in .choice(options(desk)) },
    read: { event, _ in event.attendance.source?.stored ?? "" },
    write: { text, event, desk in
      if text.isEmpty {
        event.attendance.source = nil
        return nil
      }
      switch OptionInput.value(text, options(desk)) {
      case .success(let value):
        event.attendance.source = AttendanceSource(stored: value)
        return nil
      case .failure(let problem): return problem
      }
    })

  private static func options(_ desk: Desk) -> [FieldOption] {
    sources.map { FieldOption($0.stored, desk.formats.label($0, "source")) }
  }
}
