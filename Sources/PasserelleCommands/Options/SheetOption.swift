internal import ArgumentParser
internal import Passerelle

/// Which sheet of a workbook is read.
struct SheetOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The sheet to read, if the file is a workbook with several.", valueName: "name"))
  var sheet: String?

  /// The table at a path; what is told of it goes to the standard error.
  ///
  /// - Throws: `TableFileError` if there is no one table in the file.
  func table(at path: String, _ locations: Locations) throws -> TableFile {
    let table = try TableFile(path, sheet: sheet, at: locations)
    Console.diagnostics(table.remarks)
    return table
  }
}
