/// The list of all doors: a door is a line here.
public enum Doors {
  /// The doors, the first that serves a path being the one.
  ///
  /// Pages come last: they are at the root, and tell people what is not served.
  public static let all: [any Door] = [
    JSONDoor(),
    ReconciliationDoor(),
    CASEDoor(),
    HealthDoor(),
    PagesDoor(),
  ]
}
