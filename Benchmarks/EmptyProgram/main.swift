// Does nothing: what a program pays that imports what `passerelle` imports, and no more.
import ArgumentParser
import Crypto
import Foundation
import GRDB

exit(0)
