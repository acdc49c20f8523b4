using RbcBot.Core.Safety;

namespace RbcBot.Tests.Bench;

/// <summary>Learns the weights of the second reader from the labelled phrases: multinomial logistic regression, by stochastic gradient descent from one seed, so that the same phrases give the same weights.</summary>
static class SafetyLearning
{
    /// <summary>Shares of lesson answers on which it may be wrong when an open question asked for them and when none did, measured on those that it has not learned from: a needless card is better than silence, but not after each lesson.</summary>
    const double AnswerFalseAlarms = 0.015, FalseAlarms = 0.04;

    const int Epochs = 40, Folds = 5, Seed = 1;
    const double Rate = 4, RateFalls = 0.15, Decay = 0.003, BiasRate = 0.1, LeastStep = 1e-4;

    static readonly int Count = CrisisClassifier.Levels.Count;

    /// <summary>The file of the weights, and how likely danger must be.</summary>
    public static (byte[] Weights, LearnedThreshold OfAnswers, LearnedThreshold Otherwise) Learn(IReadOnlyList<LearnedPhrase> phrases, string version)
    {
        List<(LearnedPhrase Phrase, double Danger)> unseen = [];
        for (var fold = 0; fold < Folds; fold++)
        {
            var model = Model.Of([.. phrases.Where((_, at) => at % Folds != fold)]);
            unseen.AddRange(phrases.Where((_, at) => at % Folds == fold).Select(phrase => (phrase, 1 - model.Chances(phrase.Text)[0])));
        }
        var lessons = unseen.Where(one => one.Phrase.IsLesson).Select(one => one.Danger).OrderDescending().ToList();
        var (ofAnswers, otherwise) = (At(AnswerFalseAlarms), At(FalseAlarms));
        return (Model.Of(phrases).Written(version, ofAnswers.Least, otherwise.Least), ofAnswers, otherwise);

        LearnedThreshold At(double falseAlarms)
        {
            var least = lessons[(int)(lessons.Count * falseAlarms)];
            return new(least, falseAlarms, unseen.Where(one => one.Phrase.Level != SafetyLevel.None).Average(one => one.Danger > least ? 1.0 : 0));
        }
    }

    /// <summary>Weights in the making.</summary>
    sealed class Model
    {
        readonly double[] weights = new double[CrisisClassifier.Buckets * Count];
        readonly double[] biases = new double[Count];

        public static Model Of(IReadOnlyList<LearnedPhrase> phrases)
        {
            var model = new Model();
            var texts = phrases.Select(phrase => Features(phrase.Text)).ToArray();
            var levels = phrases.Select(phrase => CrisisClassifier.Levels.Index().First(level => level.Item == phrase.Level).Index).ToArray();
            var (order, chance) = (Enumerable.Range(0, phrases.Count).ToArray(), new Random(Seed));
            for (var epoch = 0; epoch < Epochs; epoch++)
            {
                chance.Shuffle(order);
                foreach (var at in order)
                    model.Step(texts[at], levels[at], Rate / (1 + epoch * RateFalls));
            }
            return model;
        }

        public double[] Chances(string text) => Chances(Features(text));

        public byte[] Written(string version, double answerThreshold, double threshold) => CrisisClassifier.Written(version, answerThreshold, threshold, biases, weights);

        double[] Chances((int Feature, double Weight)[] text)
        {
            var sums = biases.ToArray();
            foreach (var (feature, weight) in text)
                for (var level = 0; level < Count; level++)
                    sums[level] += weights[feature * Count + level] * weight;
            return CrisisClassifier.Chances(sums);
        }

        void Step((int Feature, double Weight)[] text, int wanted, double rate)
        {
            var chances = Chances(text);
            for (var level = 0; level < Count; level++)
            {
                var step = (level == wanted ? 1 : 0) - chances[level];
                if (Math.Abs(step) < LeastStep)
                    continue;
                foreach (var (feature, weight) in text)
                {
                    ref var its = ref weights[feature * Count + level];
                    its += rate * (step * weight - Decay * its);
                }
                biases[level] += rate * step * BiasRate;
            }
        }

        static (int, double)[] Features(string text)
        {
            List<(int Feature, double Weight)> all = [];
            var words = CrisisFeatures.Words(text);
            CrisisFeatures.Visit(words, 0, words.Count, (kind, one, other, weight) => all.Add((CrisisClassifier.Bucket(kind, one, other), weight)));
            var norm = Math.Sqrt(all.Sum(feature => feature.Weight * feature.Weight));
            return [.. all.GroupBy(feature => feature.Feature).Select(same => (same.Key, same.Sum(one => one.Weight) / norm))];
        }
    }
}

/// <summary>A phrase to learn from.</summary>
/// <param name="IsLesson">Whether it is an answer to a lesson, on which the false alarms are counted.</param>
sealed record LearnedPhrase(string Text, SafetyLevel Level, bool IsLesson);

/// <summary>From how likely a danger it is one.</summary>
/// <param name="Found">Share of danger above it, in phrases that were not learned from.</param>
sealed record LearnedThreshold(double Least, double FalseAlarms, double Found);
