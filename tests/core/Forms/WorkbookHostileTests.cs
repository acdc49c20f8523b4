using RbcBot.Core.Forms;
using RbcBot.Core.Forms.Workbooks;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Core.Forms;

public sealed class WorkbookHostileTests
{
    /// <summary>Bytes allocated by a refusal; measured at most some 70 MB.</summary>
    const long Most = 100_000_000;

    public static TheoryData<string> Names => [.. HostileFiles.Workbooks.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Hostile_file_is_refused_at_little_cost(string name)
    {
        var (code, make) = HostileFiles.Workbooks[name];
        var file = make();
        var before = GC.GetAllocatedBytesForCurrentThread();

        var (workbook, findings) = Workbook.Read(file, "form.xlsx");

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Most);
        Assert.Null(workbook);
        Assert.Equal((Severity.Refusal, code), (Assert.Single(findings).Severity, findings[0].Code));
    }

    [Fact]
    public void Damaged_files_are_read_or_refused_and_never_throw()
    {
        for (var seed = 0; seed < 1_500; seed++)
        {
            var (name, bytes) = AuthorFiles.Damaged(seed);

            var (form, findings) = FormReading.Of(bytes, name);
            var (rows, about) = AttachedList.Read(name, bytes);

            Assert.True(form is not null || findings.Count > 0, $"seed {seed}: no form and no finding");
            Assert.True(rows is not null || about.Count > 0, $"seed {seed}: no list and no finding");
        }
    }
}
