import PasserelleKit

/// The columns of a set, found by the names of their slots.
struct MappingColumns {
  let subject: Table.Column?
  let predicate: Table.Column?
  let object: Table.Column?
  let justification: Table.Column?
  let modifier: Table.Column?
  let confidence: Table.Column?
  let date: Table.Column?
  let types: (subject: Table.Column?, object: Table.Column?)
  let sources: (subject: Table.Column?, object: Table.Column?)
  /// What has no field of its own: a mapping's remarks.
  let remarks: [(name: String, slot: Slot, column: Table.Column)]

  /// The slots that become a link, that a concept's own framework states, or that answers compute.
  private static let read: Set = [
    "subject_id", "predicate_id", "object_id", "mapping_justification", "predicate_modifier",
    "confidence", "mapping_date", "subject_label", "predicate_label", "object_label",
    "mapping_cardinality",
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
    date = column("mapping_date")
    types = (column("subject_type"), column("object_type"))
    sources = (column("subject_source"), column("object_source"))
    remarks = table.header.compactMap { name in
      guard !name.isEmpty, !Self.read.contains(name), let column = table.optionalColumn(name) else {
        return nil
      }
      let slot = Slot.ofMapping[name]
      if slot == nil {
        graph.report(Slot.unknown(name, among: Slot.ofMapping, at: table.headerPosition))
      }
      return (name, slot ?? Slot(kind: .text), column)
    }
  }
}
