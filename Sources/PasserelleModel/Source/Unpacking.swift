/// Where the files go that a container holds: an archive, a compressed file, a workbook.
///
/// A workbook is a folder of tables: each of its sheets becomes a file in CSV, whose lines are the rows of
/// the sheet.
package protocol UnpackedReceiver: AnyObject {
  /// Begins a file; one of the same name that was begun before is forgotten.
  ///
  /// - Parameters:
  ///   - name: The name in the container, with `/`.
  ///   - sheet: The name of the sheet, if the file is one.
  /// - Throws: A diagnostic if no more is wanted.
  func begin(_ name: String, sheet: String?) throws(Diagnostic)

  /// Goes on with the file that was begun last.
  ///
  /// - Throws: A diagnostic if no more is wanted.
  func append(_ bytes: [UInt8]) throws(Diagnostic)

  /// Tells of something that can be read past.
  func report(_ diagnostic: Diagnostic)
}

/// Opens a container, whose map may be beside it as the second part; of a workbook, the sheets of these names.
package typealias Unpack =
  @Sendable (Source, _ sheets: [String], any UnpackedReceiver) throws(Diagnostic) -> Void
