import Canvas
import Foundation
import OwnFiles

/// A file that is there whole or not at all: written where nobody sees it, brought to disk, and put in its place.
struct WholeFile {
    /// The whole path.
    let path: String

    /// What was in the way.
    enum Failure: Error {
        /// There is a file of that name, which may not be replaced.
        case exists
        case complaint(Complaint)
    }

    /// - Parameters:
    ///   - name: a path; from `folder` where it does not begin with one, from `home` where it begins with `~/`.
    init(named name: String, folder: String, home: String?) {
        let expanded = name.hasPrefix("~/") ? home.map { $0 + name.dropFirst() } ?? name : name
        let whole = expanded.hasPrefix("/") ? expanded : folder + "/" + expanded
        path = URL(fileURLWithPath: whole).standardizedFileURL.path
    }

    /// From the folder and with the home of this process.
    init(named name: String) {
        self.init(
            named: name,
            folder: FileManager.default.currentDirectoryPath,
            home: ProcessInfo.processInfo.environment["HOME"]
        )
    }

    /// Puts `bytes` there.
    ///
    /// - Parameter rights: of a new file.
    /// - Throws: `Failure`; then nothing was changed, and nothing is left beside it.
    func write(_ bytes: Data, replacing mayReplace: Bool, _ rights: Rights = .usual) throws(Failure) {
        do throws(FileFault) {
            if !mayReplace, FileStatus(at: path) != nil, !isFolder { throw FileFault(path, code: EEXIST) }
            let output = try OutputFile(path, rights)
            try output.write(Array(bytes))
            try output.place(replacing: mayReplace)
        } catch {
            throw error.code == EEXIST && !mayReplace ? .exists : .complaint(complaint(error))
        }
    }

    private var isFolder: Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }

    /// What to say of an error of the system.
    func complaint(_ fault: FileFault) -> Complaint {
        let elsewhere = "choose another name or folder"
        switch fault.code {
        case ENOENT, ENOTDIR: return Complaint("the folder of '\(path)' is not there", hint: "make it, or " + elsewhere)
        case EISDIR: return Complaint("'\(path)' is a folder", hint: "add the file's name to it")
        case EACCES, EPERM: return Complaint("nothing may be written to the folder of '\(path)'", hint: elsewhere)
        case EROFS: return Complaint("'\(path)' is on a read-only medium", hint: elsewhere)
        case ENAMETOOLONG: return Complaint("'\(path)' is too long a name", hint: "shorten it")
        case ENXIO:
            return Complaint("nobody reads the pipe '\(path)'", hint: "start what reads it first, or " + elsewhere)
        case _ where fault.isFullDisk:
            return Complaint("there is no room for '\(path)'", hint: "make room, or " + elsewhere)
        default: return Complaint("'\(path)' cannot be written: \(fault.reason)", hint: elsewhere)
        }
    }
}
