/// A tape while it is written: memory that nobody counts, so that one more value is one step.
struct GrowingTape {
  // Empty until there is room.
  private var memory = UnsafeMutableBufferPointer<TapeEntry>(start: nil, count: 0)
  private(set) var count = 0

  /// No room yet.
  init() {}

  /// Makes room for so many values; it grows as it needs to.
  init(room: Int) { memory = .allocate(capacity: room) }

  /// Gives the memory back; nothing is on the tape afterwards.
  mutating func free() {
    memory.deallocate()
    self = GrowingTape()
  }

  /// All values that were written.
  var whole: [TapeEntry] { Array(memory[..<count]) }

  subscript(place: Int) -> TapeEntry {
    get { memory[place] }
    set { memory[place] = newValue }
  }

  @inline(__always)
  mutating func append(_ entry: TapeEntry) {
    if count == memory.count { grow() }
    memory.initializeElement(at: count, to: entry)
    count += 1
  }

  private mutating func grow() {
    let larger = GrowingTape(room: count * 2 + 16)
    _ = larger.memory.moveInitialize(fromContentsOf: memory[..<count])
    memory.deallocate()
    memory = larger.memory
  }
}
