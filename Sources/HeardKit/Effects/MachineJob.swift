/// Something that is done with files and folders of this machine outside of the programme.
public enum MachineJob: Hashable, Sendable {
  /// Write a page or a calendar as it was made; an existing file only gives way when `replacing`.
  case writeFile(FileOrder, OrderedFile, replacing: Bool)
  /// Read a sheet beside the keys; what is being read for an earlier order is given up.
  case readSheet(SheetOrder)
  /// Give up what is being read.
  case stopReading
  /// Look up what stands in a folder, as it was typed.
  case listFolder(String)
  /// Look up the folders whose path begins with what is typed.
  case listFolders(String)
  /// See whether there is a programme at a path that can be opened.
  case checkFolder(String)
  /// Make the folder of a new programme.
  case makeProgramme(NewProgramme)
}
