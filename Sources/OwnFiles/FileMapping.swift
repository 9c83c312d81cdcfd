internal import CFiles
internal import Foundation

/// A plain file as memory: read where it lies, shared by all who have it open.
///
/// Where the file is cut or its disk fails, the memory reads as zeros from then on, and `isWhole` says so; without `survive`
/// the process ends.
public final class FileMapping: @unchecked Sendable {
    // Sendable: mapped for reading only, until nobody has it any more.
    public let bytes: UnsafeRawBufferPointer
    private let range: OpaquePointer

    /// The first `size` bytes of `file`, which has as many.
    ///
    /// - Throws: `FileFault`.
    public init(_ file: OpenFile, size: Int) throws(FileFault) {
        guard size > 0 else { throw FileFault(file.path, code: EINVAL) }
        guard let address = mmap(nil, size, PROT_READ, MAP_SHARED, file.descriptor, 0), address != MAP_FAILED else {
            throw FileFault(file.path, code: errno)
        }
        guard let range = cfiles_guard(address, UInt(size)) else {
            munmap(address, size)
            throw FileFault(file.path, code: ENOMEM)
        }
        self.range = range
        bytes = UnsafeRawBufferPointer(start: address, count: size)
    }

    deinit {
        cfiles_unguard(range)
        munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
    }

    /// Whether every page that was read was the file's.
    public var isWhole: Bool { cfiles_is_damaged(range) == 0 }

    /// From now on a page that cannot be read does not end the process.
    public static func survive() { cfiles_survive() }

    /// What `survive` does, for handlers of SIGBUS that others have: 1 where the fault at an address has been dealt with.
    public static var rescuer: @convention(c) (UnsafeMutableRawPointer?) -> Int32 { cfiles_rescue }
}
