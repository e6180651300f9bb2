import PasserelleKit

/// The columns of a set, found by the names of their slots.
struct MappingColumns {
  let subject: Table.Column?
  let predicate: Table.Column?
  let object: Table.Column?
  let justification: Table.Column?
  let modifier: Table.Column?
  let confidence: Table.Column?
  /// The columns of all other slots.
  let others: [(name: String, slot: Slot, column: Table.Column)]

  private static let own: Set = [
    "subject_id", "predicate_id", "object_id", "mapping_justification", "predicate_modifier",
    "confidence",
  ]

  init(of table: Table, graph: GraphWriter) {
    func column(_ name: String) -> Table.Column? { table.optionalColumn(name) }
    func required(_ name: String) -> Table.Column? {
      if column(name) == nil {
        graph.report(
          .error(
            .missingSlot, at: table.headerPosition, "the table has no column '\(name)'",
            hint: "SSSOM requires it in every mapping"))
      }
      return column(name)
    }
    subject = required("subject_id")
    predicate = required("predicate_id")
    object = required("object_id")
    justification = required("mapping_justification")
    modifier = column("predicate_modifier")
    confidence = column("confidence")
    others = table.header.compactMap { header in
      let name = Slot.ofMapping[header] == nil ? header.lowercased() : header
      guard !name.isEmpty, !Self.own.contains(name), let column = table.optionalColumn(header)
      else { return nil }
      if let slot = Slot.ofMapping[name] { return (name, slot, column) }
      graph.report(Slot.unknown(header, among: Slot.ofMapping, at: table.headerPosition))
      return (header, Slot(kind: .text), column)
    }
  }
}
