import Canvas
import Foundation

/// A file that is there whole or not at all: written under another name beside it, brought to disk, and put in its place.
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
    /// - Throws: `Failure`; then nothing was changed, and nothing is left beside it.
    func write(_ bytes: Data, replacing mayReplace: Bool) throws(Failure) {
        let url = URL(fileURLWithPath: path)
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
            if isFolder.boolValue { throw .complaint(complaint(EISDIR)) }
            if !mayReplace { throw .exists }
        }
        let unfinished =
            url.deletingLastPathComponent().path
            + "/.\(url.lastPathComponent.prefix(64)).\(ProcessInfo.processInfo.processIdentifier)"
        let descriptor = open(unfinished, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw .complaint(complaint(errno)) }
        defer { unlink(unfinished) }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        do {
            try handle.write(contentsOf: bytes)
            try handle.synchronize()
            try handle.close()
        } catch {
            throw .complaint(Complaint("'\(path)' could not be written to its end", hint: "make room on its disk"))
        }
        // A link does not replace what has come there in the meantime; a renaming does.
        if !mayReplace, link(unfinished, path) == 0 { return }
        if !mayReplace, errno == EEXIST { throw .exists }
        // Some file systems know no links.
        guard rename(unfinished, path) == 0 else { throw .complaint(complaint(errno)) }
    }

    /// What to say of an error of the system.
    func complaint(_ code: Int32) -> Complaint {
        let elsewhere = "choose another name or folder"
        switch code {
        case ENOENT, ENOTDIR: return Complaint("the folder of '\(path)' is not there", hint: "make it, or " + elsewhere)
        case EISDIR: return Complaint("'\(path)' is a folder", hint: "add the file's name to it")
        case EACCES, EPERM: return Complaint("nothing may be written to the folder of '\(path)'", hint: elsewhere)
        case EROFS: return Complaint("'\(path)' is on a read-only medium", hint: elsewhere)
        case ENAMETOOLONG: return Complaint("'\(path)' is too long a name", hint: "shorten it")
        case ENOSPC, EDQUOT: return Complaint("there is no room for '\(path)'", hint: "make room, or " + elsewhere)
        default: return Complaint("'\(path)' cannot be written: \(String(cString: strerror(code)))", hint: elsewhere)
        }
    }
}
