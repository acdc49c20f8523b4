using RbcBot.Core.Forms.Expressions;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Bench;

/// <summary>How long it takes to read an expression and to work it out.</summary>
static class ExpressionBench
{
    static readonly string[] expressions =
    [
        "${x} = 'yes' and ${n} > 3",
        "selected(${m}, 'a')",
        ". = 'yes'",
        "${n} + 1",
        "${born} < today()",
        "int((today() - ${born}) div 365.25)",
        "if(${x} = 'yes', concat(${name}, ' ', ${n}), '')",
        "regex(${phone}, '^07[2389][0-9]{7}$')",
        "sum(${cases}) > 10 or count-selected(${m}) >= 2",
        "/data/work/q20 = 20",
        "../work/q5 * 2",
        "count(/data/staff[cases > 3])",
        "instance('districts')/root/item[province = 'p3']",
        "format-date-time(${visit}, '%d/%m/%Y %H:%M')",
    ];

    public static void Run()
    {
        var form = new ExpressionForm();
        Console.WriteLine($"{"expression",-52} {"evaluate ns",12} {"bytes",8} {"parse ns",10}");
        foreach (var text in expressions)
        {
            var expression = Expression.Parse(text).Expression!;
            var (evaluate, bytes) = Measured(() => expression.AsBoolean(form.Context));
            var (parse, _) = Measured(() => Expression.Parse(text));
            Console.WriteLine($"{text,-52} {evaluate,12:F0} {bytes,8:F0} {parse,10:F0}");
        }
    }

    /// <summary>Nanoseconds of the processor, so that a busy machine counts little, and bytes a run, the best of five rounds of about 100 ms after warming up for as long.</summary>
    static (double Nanoseconds, double Bytes) Measured<T>(Func<T> work)
    {
        Round(work, 30_000);
        var runs = Math.Max(100, (int)(1e8 / Round(work, 1_000).Nanoseconds));
        Round(work, runs);
        return Enumerable.Range(0, 5).Select(_ => Round(work, runs)).MinBy(round => round.Nanoseconds);
    }

    static (double Nanoseconds, double Bytes) Round<T>(Func<T> work, int runs)
    {
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var start = Environment.CpuUsage.TotalTime;
        for (var run = 0; run < runs; run++)
        {
            work();
        }
        var nanoseconds = (Environment.CpuUsage.TotalTime - start).TotalNanoseconds;
        return (nanoseconds / runs, (double)(GC.GetAllocatedBytesForCurrentThread() - bytes) / runs);
    }
}
