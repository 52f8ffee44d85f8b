#if canImport(Glibc)
  import CMemory
#endif

/// How the process keeps memory.
public enum Memory {
  /// Lets the C library keep up to 64 MB that are given back, for what asks next.
  ///
  /// Every frame asks for the same sizes again: its marks, its file. glibc would give them to the system in between, and
  /// pages that the system hands out are cleared one by one: a third of what layout costs. Larger pieces, such as
  /// pictures, still come from the system and return to it.
  public static func keep() {
    #if canImport(Glibc)
      _ = done
    #endif
  }

  #if canImport(Glibc)
    private static let done: Void = {
      _ = mallopt(M_MMAP_THRESHOLD, 4 << 20)
      _ = mallopt(M_TRIM_THRESHOLD, 64 << 20)
    }()
  #endif
}
