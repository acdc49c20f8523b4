using System.Diagnostics;
using RbcBot.Core.Forms;
using RbcBot.Core.Forms.Workbooks;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Bench;

/// <summary>Damaged files of authors, each read as a workbook, as a list and as a form: nothing may be thrown, nothing may take a second.</summary>
static class FuzzWorkbooks
{
    const double Slow = 1_000;

    /// <summary>The exit code: 0 when every file was read or refused in time.</summary>
    public static int Run(int files, int first = 0)
    {
        WarmUp();
        var (whole, worst, worstSeed, read, formed, failures) = (Stopwatch.StartNew(), 0.0, first, 0, 0, 0);
        for (var seed = first; seed < first + files && failures < 10; seed++)
        {
            var (name, bytes) = AuthorFiles.Damaged(seed);
            var began = Stopwatch.GetTimestamp();
            try
            {
                read += Workbook.Read(bytes, name).Workbook is null ? 0 : 1;
                formed += FormReading.Of(bytes, name).Form is null ? 0 : 1;
                AttachedList.Read(name, bytes);
            }
            catch (Exception thrown) // that it throws at all is what is looked for
            {
                failures++;
                Console.WriteLine($"seed {seed}, {name}: {thrown}");
            }
            var milliseconds = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            milliseconds = milliseconds > Slow ? Again(bytes, name) : milliseconds;
            failures += milliseconds > Slow ? 1 : 0;
            (worst, worstSeed) = milliseconds > worst ? (milliseconds, seed) : (worst, worstSeed);
        }
        Console.WriteLine($"{files} files from seed {first} in {whole.Elapsed.TotalSeconds:0} s: {read} read as workbooks, {formed} as forms; worst {worst:0.0} ms (seed {worstSeed}); failures {failures}");
        return failures == 0 ? 0 : 1;
    }

    /// <summary>What is slow twice is slow by itself; once may be the machine.</summary>
    static double Again(byte[] bytes, string name)
    {
        var began = Stopwatch.GetTimestamp();
        Workbook.Read(bytes, name);
        FormReading.Of(bytes, name);
        AttachedList.Read(name, bytes);
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    /// <summary>Compiling our own code is not what is measured.</summary>
    static void WarmUp()
    {
        foreach (var (name, bytes) in AuthorFiles.All)
        {
            FormReading.Of(bytes, name);
            AttachedList.Read(name, bytes);
        }
    }
}
