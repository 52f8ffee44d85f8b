import Geometry
import Mechanisms
import Testing

private let training = BytePairTraining(BytePairCorpus.words, merges: 15)

private func names(_ tokens: [BytePairToken], _ t: BytePairTraining = training) -> [String] {
  tokens.map { t.vocabulary[$0.symbol] }
}

private func encoded(_ word: String, _ rules: Int = .max, by t: BytePairTraining = training) throws
  -> [String]
{
  names(try #require(BytePairEncoding(word, by: t, limit: rules)).tokens, t)
}

@Suite("Byte-pair encoding: checks of 2.1") struct BytePairTests {
  @Test("Merges and counts of Sennrich et al. 2016, Alg. 1")
  func merges() {
    let expected = [
      ("e", "s", 9), ("es", "t", 9), ("est", "</w>", 9), ("l", "o", 7), ("lo", "w", 7), ("n", "e", 6),
      ("ne", "w", 6), ("new", "est</w>", 6), ("low", "</w>", 5), ("w", "i", 3),
    ]
    for (merge, (left, right, count)) in zip(training.merges, expected) {
      #expect(training.vocabulary[merge.pair.left] == left)
      #expect(training.vocabulary[merge.pair.right] == right)
      #expect(merge.count == count)
    }
  }

  @Test("95 symbols before, 28 after 10 merges; each merge removes its count and adds one symbol")
  func lengths() {
    #expect(training.steps[0].length == 95 && training.steps[10].length == 28)
    #expect(training.alphabet == 11 && training.steps[0].inventory == 11)
    #expect(training.steps[10].inventory == 21)
    for (i, merge) in training.merges.enumerated() {
      #expect(training.steps[i + 1].length == training.steps[i].length - merge.count)
      #expect(training.steps[i + 1].inventory == training.steps[i].inventory + 1)
      #expect(merge.count == training.steps[i].best && merge.symbol == 11 + i)
    }
  }

  @Test func encodings() throws {
    #expect(try encoded("lowest", 10) == ["low", "est</w>"])
    #expect(try encoded("slow", 10) == ["s", "low</w>"])
    #expect(try encoded("newer", 10) == ["new", "e", "r", "</w>"])
    #expect(try encoded("widest", 10) == ["wi", "d", "est</w>"])
  }

  @Test("After 15 merges each training word is one token and nothing is left to merge")
  func all() {
    #expect(training.merges.count == 15)
    #expect(training.steps[15].words.allSatisfy { $0.count == 1 })
    #expect(training.steps[15].pairs.isEmpty && training.steps[15].best == 0)
    #expect(BytePairTraining(BytePairCorpus.words, merges: 99) == training)
    #expect(BytePairTraining(BytePairCorpus.words, merges: -1).merges.isEmpty)
  }

  @Test("The tokens of a word, joined, give back the word, at every number of rules", arguments: 0...15)
  func joining(rules: Int) throws {
    for word in BytePairCorpus.probes + BytePairCorpus.words.map({ $0.text }) {
      #expect(try encoded(word, rules).joined() == word + "</w>")
    }
  }

  @Test func gpt2() { #expect(GPT2Vocabulary.total == 50_257) }

  @Test("Trained words are encoded as training left them; the rules apply in the order learnt")
  func consistency() throws {
    for rules in 0...15 {
      for (i, word) in BytePairCorpus.words.enumerated() {
        let encoding = try #require(BytePairEncoding(word.text, by: training, limit: rules))
        #expect(encoding.tokens == training.steps[rules].words[i])
        let order = encoding.stages.compactMap { $0.rule }
        #expect(order == order.sorted())
      }
    }
  }

  @Test("A letter that was never met is refused")
  func unknown() { #expect(BytePairEncoding("lazy", by: training) == nil) }
}

@Suite("Byte-pair encoding: ties and overlaps") struct BytePairTieTests {
  @Test("Ties go to the pair met first; the lexicographically largest gives another list")
  func ties() throws {
    #expect(training.steps[0].tied.map { training.vocabulary[$0.pair.left] } == ["e", "s", "t"])
    let other = BytePairTraining(BytePairCorpus.words, merges: 10, ties: .lexicographicallyLast)
    let firsts = other.merges.map { other.vocabulary[$0.symbol] }
    #expect(firsts.prefix(3) == ["t</w>", "st</w>", "est</w>"])
    // The same counts in the same order, other symbols: so other tokens for a new word.
    #expect(other.merges.map { $0.count } == training.merges.prefix(10).map { $0.count })
    #expect(try encoded("newer", by: other) == ["ne", "w", "e", "r", "</w>"])
  }

  @Test("Ranking sorts by count and keeps the order met")
  func ranking() {
    for step in training.steps {
      let ranked = step.ranked
      #expect(Set(ranked) == Set(step.pairs) && ranked.count == step.pairs.count)
      for (a, b) in zip(ranked, ranked.dropFirst()) {
        let (i, j) = (step.pairs.firstIndex(of: a) ?? 0, step.pairs.firstIndex(of: b) ?? 0)
        #expect(a.count > b.count || a.count == b.count && i < j)
      }
    }
  }

  @Test("Overlapping occurrences of a doubled letter are merged from the left, so fewer than counted")
  func overlap() throws {
    let run = BytePairTraining([CountedWord("aaa", 1)], merges: 1)
    #expect(run.merges[0].count == 2)
    #expect(names(run.steps[1].words[0], run) == ["aa", "a", "</w>"])
    #expect(run.steps[0].length - run.steps[1].length == 1)
  }

  @Test("On random corpora no pair crosses a word and every step joins to its words")
  func random() throws {
    var dice = Mulberry32(seed: 11)
    for _ in 0..<30 {
      let corpus = (0..<5).map { _ in
        let letters = (0..<1 + Int(dice.next() * 6)).map { _ in ["a", "b", "c"][Int(dice.next() * 3)] }
        return CountedWord(letters.joined(), 1 + Int(dice.next() * 9))
      }
      let run = BytePairTraining(corpus, merges: 12)
      for step in run.steps {
        for (word, tokens) in zip(corpus, step.words) {
          #expect(names(tokens, run).joined() == word.text + "</w>")
          #expect(tokens.first?.letters.lowerBound == 0)
          for (a, b) in zip(tokens, tokens.dropFirst()) {
            #expect(a.letters.upperBound == b.letters.lowerBound)
          }
        }
      }
      for word in corpus {
        #expect(try #require(BytePairEncoding(word.text, by: run)).tokens.count >= 1)
      }
    }
  }
}
