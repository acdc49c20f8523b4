using System.Globalization;

namespace RbcBot.Core.Forms.Expressions;

/// <summary>What looks like chance and follows from the run's seed, the place in the form and the place in the expression: asked again it is the same.</summary>
/// <param name="Seed">What all of it follows from.</param>
readonly record struct Chance(long Seed)
{
    const int GroupedFrom = 32;

    public static readonly IReadOnlyList<Function> All =
    [
        Function.Number("random", 0, 0, call => Of(call).Fraction),
        Function.Text("uuid", 0, 1, Uuid),
    ];

    /// <summary>Longest text that uuid(length) makes, in characters.</summary>
    const int LongestId = 1000;

    /// <summary>A number from 0 up to but without 1.</summary>
    public double Fraction => (Bits(1) >> 11) * (1.0 / (1UL << 53));

    public static Chance Of(Call call)
    {
        var state = Mixed((ulong)call.Context.Moment.Seed);
        state = Mixed(state ^ (ulong)call.Position);
        state = Mixed(state ^ (ulong)call.Focus.Position);
        for (var node = call.Focus.Node; node is not null; node = node.Above)
        {
            foreach (var letter in node.Name)
            {
                state = (state ^ letter) * 0x100000001B3;
            }
            state = Mixed(state ^ (ulong)Axes.IndexIn(node.Above?.Children ?? [], node));
        }
        return new((long)state);
    }

    /// <summary>An identifier by RFC 4122, version 4; with a length, a text of so many letters and digits.</summary>
    static string Uuid(Call call)
    {
        var chance = Of(call);
        if (call.Count == 0)
        {
            var (high, low) = ((chance.Bits(1) & ~0xF000UL) | 0x4000UL, (chance.Bits(2) & ~(3UL << 62)) | (1UL << 63));
            var digits = high.ToString("x16", CultureInfo.InvariantCulture) + low.ToString("x16", CultureInfo.InvariantCulture);
            return $"{digits[..8]}-{digits[8..12]}-{digits[12..16]}-{digits[16..20]}-{digits[20..GroupedFrom]}";
        }
        var length = call.Number(0);
        if (double.IsNaN(length) || length < 0 || length > LongestId)
        {
            throw call.Wrong($"a length from 0 to {LongestId} is wanted");
        }
        return string.Concat(Enumerable.Range(1, (int)length).Select(place => "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"[(int)(chance.Bits(place) % 62)]));
    }

    /// <summary>The bits of one draw, numbered from 1: a step of the SplitMix64 generator.</summary>
    ulong Bits(int draw) => Mixed((ulong)Seed + ((ulong)draw * 0x9E3779B97F4A7C15));

    static ulong Mixed(ulong state)
    {
        state = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        state = (state ^ (state >> 27)) * 0x94D049BB133111EB;
        return state ^ (state >> 31);
    }
}
