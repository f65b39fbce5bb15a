/** Longer than this nobody answers in a few words. */
const longest = 300;

/** Words to a grader, not to the question: of grading, of its form, or of orders to a machine. */
const toGrader =
  /[{}⟦⟧]|<\||rubric|criteri|tiêu chí|tieu chi|chấm (?:là |điểm |cho )?(?:đúng|đạt)|cham (?:la |diem |cho )?(?:dung|dat)|(?:ignore|disregard|forget) (?:the|all|any|every|previous|above|your)|(?:bỏ qua|phớt lờ|quên) (?:mọi|tất cả|các|những) (?:chỉ dẫn|hướng dẫn|luật|quy tắc|lệnh)|system prompt|\bsure\b.{0,9}\btrue\b|\bmet\b/iu;

/** Whether a model may be asked what an answer is worth: one that speaks to the grader is compared by its author instead. */
export function isGradable(answer: string): boolean {
  return answer.length <= longest && !toGrader.test(answer);
}
