/// Lines and columns of a text; however many places are asked for, the text is gone over once.
///
/// A file in which every one of 60,000 parts has a fault is told within the time of reading it.
struct TextPlaces {
  /// A place, both counted from 1; lines end with U+000A, columns are Unicode scalars.
  typealias Place = (line: Int, column: Int)

  private static let stride = 1024

  /// The places at every so many bytes, as far as somebody asked.
  private var marks: [Place] = [(1, 1)]

  /// The place of a byte.
  mutating func place(of offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Place {
    let offset = min(max(0, offset), bytes.count)
    while marks.count * Self.stride <= offset {
      let end = marks.count * Self.stride
      marks.append(
        Self.place(from: marks[marks.count - 1], over: bytes[(end - Self.stride)..<end]))
    }
    let mark = offset / Self.stride
    return Self.place(from: marks[mark], over: bytes[(mark * Self.stride)..<offset])
  }

  private static func place(
    from start: Place, over bytes: Slice<UnsafeBufferPointer<UInt8>>
  ) -> Place {
    var (line, column) = start
    for byte in bytes {
      if byte == .newline {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return (line, column)
  }
}

/// The place of one byte of a text.
func linePosition(of offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> TextPlaces.Place {
  var places = TextPlaces()
  return places.place(of: offset, in: bytes)
}
