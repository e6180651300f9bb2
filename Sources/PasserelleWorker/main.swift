import Foundation
import Passerelle
import PasserelleCommands
import PasserelleModel
import PasserelleUnpacking

// Before the arguments are parsed, for it is started at every import.
if let arguments = try? Program.arguments(), arguments.first == AdapterWorker.argument {
  AdapterWorker.run { source, sheets, receiver throws(Diagnostic) in
    try Unpacker().unpack(source, sheets: sheets, into: receiver)
  }
}
// To debug an adapter, the program hands over to this one with all its arguments.
exit(PasserelleCommand.run())
