internal import OwnFiles

/// Writing to files without SQLite, with the store's words for what goes wrong.
enum RawFile {
    /// - Parameter path: the store's.
    static func write(_ bytes: UnsafeRawBufferPointer, to file: Int32, at start: Int, path: String) throws {
        do throws(FileFault) {
            try OpenFile.write(bytes, to: file, at: start, path: path)
        } catch {
            throw error.isFullDisk
                ? StoreError.diskFull(path: path) : StoreError.failed(path: path, detail: error.reason)
        }
    }
}
