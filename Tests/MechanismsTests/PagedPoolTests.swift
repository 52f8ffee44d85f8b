import Mechanisms
import Testing

/// Facts of Kwon et al., SOSP 2023, and of the chapter's own arithmetic.
@Suite struct PagedPoolTests {
  @Test("Fig. 6: a prompt of 7 takes blocks 7 and 1; token 8 fills block 1, token 9 takes block 3")
  func tableOfTheSeventhToken() {
    var pool = PagedPool(blocks: 16, blockSize: 4)
    let a = 0
    _ = pool.admit(prompt: 7)
    #expect(pool.sequences[a].table == [7, 1])
    #expect(pool.contents[1].count == 3 && pool.contents[7].count == 4)
    let first = pool.append(to: a)
    #expect(first == .inPlace(1))
    let second = pool.append(to: a)
    #expect(second == .opened(3))
    #expect(pool.sequences[a].table == [7, 1, 3])
  }

  @Test("Fig. 8: the first writer copies block 1 to block 3, the second writes in place")
  func copyOnWrite() {
    var pool = PagedPool(blocks: 16, blockSize: 4)
    let a = 0
    _ = pool.admit(prompt: 7)
    let b = pool.fork(a, samples: 2)[1]
    #expect(pool.references[7] == 2 && pool.references[1] == 2 && pool.copies == 0)
    let first = pool.append(to: a)
    #expect(first == .copied(from: 1, to: 3))
    #expect(pool.references[1] == 1 && pool.references[7] == 2)
    let second = pool.append(to: b)
    #expect(second == .inPlace(1))
    #expect(pool.contents[1].map { $0.writer } == [0, 0, 0, 1])
    #expect(pool.contents[3].map { $0.writer } == [0, 0, 0, 0])
  }

  @Test("n samples of 7 tokens make n − 1 copies, of 8 tokens none", arguments: 1...6)
  func copiesOfSamples(_ n: Int) throws {
    for (prompt, copies) in [(7, n - 1), (8, 0)] {
      #expect(try sampled(prompt: prompt, samples: n).copies == copies)
    }
  }

  @Test func fourSamplesSaveAQuarter() throws {
    let pool = try sampled(prompt: 7, samples: 4)
    #expect(pool.entries == 12 && pool.allocated == 9 && pool.savedShare == 0.25)
  }

  @Test("Used share of lengths 11, 6, 19, 3", arguments: [(4, 44), (16, 80), (1, 39)])
  func pagedUse(_ blockSize: Int, _ slots: Int) {
    var pool = PagedPool(blocks: 48, blockSize: blockSize)
    for length in PagingWorkload.lengths { _ = pool.admit(prompt: length) }
    #expect(pool.written == 39 && pool.allocated * blockSize == slots)
    #expect(pool.usedShare == 39 / Double(slots))
  }

  @Test func blocksAndWasteInClosedForm() {
    for b in 1...16 {
      for length in 1...40 {
        var pool = PagedPool(blocks: 48, blockSize: b)
        _ = pool.admit(prompt: length)
        #expect(pool.allocated == Int((Double(length) / Double(b)).rounded(.up)))
        #expect(pool.waste == b * pool.allocated - length && pool.waste <= b - 1)
      }
    }
  }

  @Test("Σ ref = Σ table lengths, and free + allocated = N, whatever is done")
  func invariants() {
    for seed in 1...40 {
      var (pool, state) = (PagedPool(blocks: 12, blockSize: 1 + seed % 5), seed)
      for _ in 0..<120 {
        state = (state * 1_103_515_245 + 12345) & 0x7fff_ffff
        let id = state / 64 % max(1, pool.sequences.count)
        switch state / 4096 % 6 {
        case 0: _ = pool.admit(prompt: state / 64 % 20)
        case 1 where !pool.sequences.isEmpty && pool.sequences.count < 40 && !pool.sequences[id].hasEnded:
          _ = pool.fork(id, samples: 1 + state / 8192 % 3)
        case 2 where !pool.sequences.isEmpty && !pool.sequences[id].hasEnded: pool.end(id)
        default: pool.append(to: id)
        }
        #expect(pool.references.reduce(0, +) == pool.entries)
        #expect(pool.free.count + pool.allocated == pool.count)
        #expect(Set(pool.free).count == pool.free.count)
        for entry in pool.sequences where !entry.hasEnded {
          #expect(pool.blocks(for: entry.length) == entry.table.count)
        }
      }
    }
  }

  @Test func aPromptLargerThanTheFreeListIsRefusedWhole() {
    var pool = PagedPool(blocks: 8, blockSize: 4)
    let large = pool.admit(prompt: 33)
    #expect(large == nil && pool.free.count == 8 && pool.sequences.isEmpty)
    let fitting = pool.admit(prompt: 32)
    let more = pool.append(to: 0)
    #expect(fitting == 0 && more == .halted && pool.sequences[0].isHalted)
  }

  @Test func theLastReaderGivesABlockBackInTheOrderOfItsTable() throws {
    var pool = try sampled(prompt: 7, samples: 2)
    #expect(pool.sequences.map { $0.table } == [[7, 3, 0], [7, 1, 2]])
    pool.end(0)
    #expect(pool.references[7] == 1 && Array(pool.free.suffix(2)) == [3, 0])
  }

  @Test func contiguousReservations() {
    func used(_ policy: ContiguousPool.Policy) -> Double {
      PagingWorkload.contiguous(slots: 128, policy).usedShare
    }
    #expect(used(.longest(32)) == 39.0 / 128 && (used(.longest(32)) * 1000).rounded() == 305)
    #expect(used(.powerOfTwo) == 0.65)
    #expect(used(.exact) == 1)
    #expect(PagingWorkload.contiguous(slots: 64, .longest(32)).refused == [2, 3])
  }

  @Test("Of 64 slots 32 are free after two have ended, and 24 do not fit")
  func externalFragmentation() {
    var (full, holed, request) = PagingWorkload.fragmented(slots: 64)
    #expect(full.regions.map { $0.length } == [16, 32, 16] && full.freeSlots == 0)
    #expect(request == 24 && holed.freeSlots == 32)
    let fits = holed.reserve(request, written: request, for: 3)
    #expect(!fits)
    for slots in 8...768 {
      (full, holed, request) = PagingWorkload.fragmented(slots: slots)
      #expect(full.freeSlots == 0 && request <= holed.freeSlots)
      #expect(holed.holes.allSatisfy { $0.count < request })
    }
  }

  @Test("§3: OPT-13B in FP16 keeps 800 KiB a token, 1.6 GB for 2,048 tokens")
  func bytesOfOPT13B() {
    let token = ModelSpec.opt13B.cacheBytes()
    #expect(token == 819_200 && token * 2048 == 1_677_721_600)
  }

  private func sampled(prompt: Int, samples: Int) throws -> PagedPool {
    var pool = PagedPool(blocks: 48, blockSize: 4)
    let id = pool.admit(prompt: prompt)
    let ids = pool.fork(try #require(id), samples: samples)
    for _ in 0..<3 { for id in ids { pool.append(to: id) } }
    return pool
  }
}
