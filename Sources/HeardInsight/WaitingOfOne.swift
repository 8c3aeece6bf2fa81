import HeardModel

/// Who asks what waits.
struct WaitingQuestion: Equatable, Sendable {
  let role: TeamRole
  let countries: [CountryCode]
  let staff: StaffID?
}

/// What waits at one event, whoever asks.
struct EventWaiting: Sendable {
  /// To say that it was held, to close it out and to tell.
  var afterwards: [WaitingItem] = []
  /// Which no manager is asked for.
  var others: [WaitingItem] = []

  var items: [WaitingItem] { afterwards + others }
}

/// What waits of one testimony, whoever asks.
struct TestimonyWaiting: Sendable {
  var items: [WaitingItem] = []
  var wellBeing: WaitingItem?
  var review: WaitingItem?
}
