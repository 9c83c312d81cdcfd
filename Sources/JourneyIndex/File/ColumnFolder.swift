import OwnFiles

/// The folder of a set of columns, where they are written.
struct ColumnFolder {
    var folder: OpenFolder
    var rights: Rights

    /// - Throws: `IndexFault.notWritable`.
    func newFile(_ name: String) throws(IndexFault) -> OpenFile {
        do throws(FileFault) {
            // What has the name was begun for this same change: whatever counts is called something else.
            folder.remove(file: name)
            return try folder.makeFile(name, rights)
        } catch {
            throw .writing(error)
        }
    }

    /// A file that is there, to be added to.
    ///
    /// - Throws: `IndexFault.notWritable`.
    func fileToContinue(_ name: String) throws(IndexFault) -> OpenFile {
        do throws(FileFault) { return try folder.fileToChange(name) } catch { throw .writing(error) }
    }

    /// A file that is no column, whole.
    ///
    /// - Throws: `IndexFault.notWritable`.
    func write(_ bytes: [UInt8], as name: String) throws(IndexFault) {
        let file = try newFile(name)
        do throws(FileFault) { try file.write(bytes) } catch { throw .writing(error) }
    }
}
