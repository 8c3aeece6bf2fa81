/// How much a reader takes before it refuses a text.
public struct JSONLimits: Hashable, Sendable {
  /// 64 containers inside each other, 64 MiB.
  public static let standard = JSONLimits()

  /// The most containers inside each other, 0 to 256.
  public let depth: Int
  /// The most bytes of text, 0 to 256 MiB.
  public let bytes: Int

  /// Sets both limits; what lies outside their ranges is brought to the nearest end.
  public init(depth: Int = 64, bytes: Int = 64 << 20) {
    // Trees are walked by recursion, and a tape entry counts at most 2^27 - 1 parts.
    self.depth = min(max(depth, 0), 256)
    self.bytes = min(max(bytes, 0), 256 << 20)
  }
}
