/// Random numbers that can be had again from their seed (SplitMix64).
public struct RandomSource: RandomNumberGenerator {
  private var state: UInt64

  /// Begins the row of numbers that belongs to a seed.
  public init(seed: UInt64) { state = seed }

  /// A source from a new seed, which is printed so that a failure can be repeated.
  public static func printed(_ purpose: String) -> RandomSource {
    let seed = UInt64.random(in: .min ... .max)
    print("\(purpose): seed \(seed)")
    return RandomSource(seed: seed)
  }

  /// The next number of the row.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 to just below a limit, which is above 0.
  public mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &self) }

  /// Whether something happens that happens so many times in a hundred.
  public mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  /// One of some choices, of which there is at least one.
  public mutating func pick<Choice>(_ choices: [Choice]) -> Choice {
    choices[below(choices.count)]
  }
}
