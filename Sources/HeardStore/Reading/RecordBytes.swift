import HeardModel
import StrictJSON

// What one file's name and bytes hold, wherever it is read from.

/// A newer version may have changed members that this one cannot read; only its number counts.
func newerFormat(_ bytes: [UInt8]) -> StoreError? {
  guard let document = try? JSONDocument(bytes),
    let format = document.root.member("format")?.integer,
    format > ProgrammeSettings.currentFormat
  else { return nil }
  return .newerFormat(found: format, known: ProgrammeSettings.currentFormat)
}

/// A folder of an older format is only read: an upgrade is a decision, since versions that do not
/// know the newer format can only read the folder from then on.
func olderFormat(_ settings: ProgrammeSettings) -> StoreError? {
  let found = settings.format ?? 1
  return found < ProgrammeSettings.currentFormat
    ? .olderFormat(found: found, known: ProgrammeSettings.currentFormat) : nil
}

/// Whether a file of a folder inside the programme's is one that holds a record.
func isRecordFile(_ name: String) -> Bool { name.hasSuffix(".json") && !name.hasPrefix(".") }

/// The file's name without its folder and `.json`.
func stem(_ file: String) -> String {
  let bytes = file.utf8
  let start = bytes.lastIndex(of: UInt8(ascii: "/")).map(bytes.index(after:)) ?? bytes.startIndex
  return String(file[start...].utf8.dropLast(file.hasSuffix(".json") ? 5 : 0)) ?? file
}

/// Holds the id in a file against the file's name, since a copy under another name is no record.
func checkName(_ id: String, file: String) throws(FileFault) {
  let name = stem(file)
  guard Identifier<Event>(stored: name) != nil else {
    throw FileFault(file: file, kind: .badName)
  }
  // The same text in other letters is another name for the machine.
  guard id.utf8.elementsEqual(name.utf8) else {
    throw FileFault(file: file, member: "id", kind: .nameDiffers(id: id))
  }
}

/// Reads the approvals of a quarter, whose file has the quarter's name.
func decodeApproval(_ bytes: [UInt8], file: String) throws(FileFault) -> Approval {
  guard let quarter = ApprovalPeriod(stored: stem(file)) else {
    throw FileFault(file: file, kind: .badName)
  }
  let approval: Approval = try decode(bytes, file: file)
  guard approval.id == quarter else {
    throw FileFault(file: file, member: "id", kind: .nameDiffers(id: approval.id.stored))
  }
  return approval
}

/// Reads a record out of a file's bytes; the first of its faults where it has any.
func decode<T: Stored>(
  _ bytes: [UInt8], file: String, _ parts: SharedParts = SharedParts()
) throws(FileFault) -> T {
  let (value, faults): (T?, [FileFault]) = decodeNotingFaults(bytes, file: file, parts)
  if let fault = faults.first { throw fault }
  guard let value else { throw FileFault(file: file, kind: .notAnObject) }
  return value
}

/// Reads a record out of a file's bytes with all its faults.
func decodeNotingFaults<T: Stored>(
  _ bytes: [UInt8], file: String, _ parts: SharedParts = SharedParts()
) -> (T?, [FileFault]) {
  let document: JSONDocument
  do throws(JSONFault) { document = try JSONDocument(bytes) } catch {
    return (nil, [FileFault(file: file, error, in: bytes)])
  }
  guard document.root.kind == .object else {
    return (nil, [FileFault(file: file, line: 1, column: 1, kind: .notAnObject)])
  }
  var (value, faults) = RecordReader.read(T.self, from: document.root, parts)
  for index in faults.indices { faults[index].file = file }
  return (value, faults)
}
