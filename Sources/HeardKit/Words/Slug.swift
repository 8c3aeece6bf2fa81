/// A place in plain ASCII for ids: `São Paulo` becomes `sao-paulo`; empty for other scripts.
public func slug(_ text: String) -> String {
  let words = fold(text).split(whereSeparator: { !($0.isASCII && ($0.isLetter || $0.isNumber)) })
  return words.joined(separator: "-")
}
