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

  func files() throws -> [SourceFile] {
    try SourceFile.files(atAll: paths).map { file in
      var file = file
      file.sheets = sheet
      return file
    }
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
