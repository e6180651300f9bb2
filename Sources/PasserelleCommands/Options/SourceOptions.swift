internal import ArgumentParser
internal import Passerelle

/// The files to read, and the adapter that reads them.
struct SourceOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp("Files, or folders of files.", valueName: "path"), completion: .file())
  var paths: [String]

  @OptionGroup var reader: AdapterOptions

  func files() throws -> [SourceFile] { try SourceFile.files(atAll: paths) }
}

/// The adapter that reads files.
struct AdapterOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The adapter that reads the files (default: the one that recognises each).",
      valueName: "name"), completion: .adapters)
  var adapter: String?
}
