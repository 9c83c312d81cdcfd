import CScan

/// Memory of this process alone, beside the columns that all who have a store open share.
public enum OwnMemory {
    /// Gives what was freed back to the system. What a question takes while it is worked out lies in heaps of several threads,
    /// between what stays, so that the C library would keep most of it for the next one. Takes some milliseconds.
    public static func giveBack() { cscan_give_back() }

    /// Lets nothing large lie in a heap, where it would part what stays: for a process that answers question after question all
    /// day. To be called before the first.
    public static func keepLargeApart() { cscan_keep_large_apart() }
}
