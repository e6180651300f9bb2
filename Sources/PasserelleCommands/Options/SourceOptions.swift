internal import ArgumentParser
internal import Passerelle

/// The files to read, and the adapter that reads them.
struct SourceOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Files, or folders of files; workbooks, ZIP archives and gzip files are opened.",
      valueName: "path"), completion: .file())
  var paths: [String]

  @OptionGroup var reader: AdapterOptions

  @Option(
    help: ArgumentHelp(
      "The sheet of a workbook to read (default: all visible ones that an adapter knows); repeatable.",
      valueName: "name"))
  var sheet: [String] = []

  @Option(
    help: ArgumentHelp(
      "The map that says what the columns are: one that comes with the program, or a file (default: the "
        + "file beside the table, or the bundled map of its columns).", valueName: "name"),
    completion: .maps)
  var map: String?

  func files(with locations: Locations) throws -> [SourceFile] {
    try SourceChoice(sheets: sheet, map: map).files(atAll: paths, locations)
  }
}

/// The adapter that reads files.
struct AdapterOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The adapter that reads the files (default: the one that recognises each).",
      valueName: "name"), completion: .adapters)
  var adapter: String?
}
