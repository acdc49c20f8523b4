using System.Diagnostics;
using RbcBot.Core.Safety;

namespace RbcBot.Tests.Bench;

/// <summary>What the two detectors cost: they read every free text.</summary>
static class SafetyBench
{
    const int Rounds = 200;

    static readonly string[] Texts =
    [
        "Musanze", "yes", "CS Muhoza", "I want to die", "If a patient says she wants to die, I stay with her and refer the same day",
        "Iyo umurwayi avuze ko ashaka gupfa ndamuguma iruhande nkamwohereza", "Je lui demanderais : pensez-vous à vous tuer ?",
        "We need more training on epilepsy, the medicines are often out of stock and patients walk far",
    ];

    public static void Run()
    {
        Console.WriteLine($"{"text",-60} {"danger µs",10} {"patient µs",11}");
        foreach (var text in Texts)
            Console.WriteLine($"{text[..Math.Min(60, text.Length)],-60} {Micros(() => CrisisReader.Shipped.Read(text, isAnswer: false)),10:F2} {Micros(() => PatientReading.Of(text)),11:F2}");
        foreach (var length in (int[])[10_000, 100_000, 1_000_000])
        {
            var text = string.Concat(Enumerable.Repeat("if he says that i want to not go ", length / 33));
            var began = Stopwatch.GetTimestamp();
            CrisisReader.Shipped.Read(text, isAnswer: false);
            PatientReading.Of(text);
            Console.WriteLine($"{length} characters: {Stopwatch.GetElapsedTime(began).TotalMilliseconds:F0} ms");
        }
    }

    static double Micros<T>(Func<T> work)
    {
        Round(work);
        return Enumerable.Range(0, 20).Min(_ => Round(work));
    }

    static double Round<T>(Func<T> work)
    {
        var began = Stopwatch.GetTimestamp();
        for (var run = 0; run < Rounds; run++)
            work();
        return Stopwatch.GetElapsedTime(began).TotalMicroseconds / Rounds;
    }
}
