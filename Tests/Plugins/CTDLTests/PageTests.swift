import AdapterPages
import Testing

@testable import CTDL

struct PageTests {
  @Test func thePageIsTrue() throws {
    try expectPage(of: CTDL())
  }
}
