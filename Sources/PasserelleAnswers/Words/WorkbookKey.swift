/// The words of the workbooks that answers are written to.
enum WorkbookKey: String, Message {
  /// The name of the sheet that says what the other is.
  case about = "workbook.about"
  /// Why codes are texts.
  case asText = "workbook.as-text"
  /// What stands above the licences of the sources.
  case licences = "workbook.licences"
  /// That the sources name none.
  case noLicence = "workbook.no-licence"
  /// How many texts were too long for a cell.
  case shortened = "workbook.shortened"
}

extension Language {
  /// The words for a case.
  func callAsFunction(_ key: WorkbookKey, _ values: [String: String] = [:]) -> String {
    self(key(values))
  }
}
