import HeardModel

extension Testimony {
  /// What a testimony is called in news and questions: its speaker, where this person may read it,
  /// else its event.
  public func title(_ desk: Desk) -> String {
    let isNamed = !pseudonym.isEmpty && visibility(to: desk.reader, on: desk.today).isReadable
    return isNamed ? pseudonym : desk.programme.events[event]?.title ?? id.text
  }
}
