/**
 * Multiply-adds of four floats in registers alone, 12 sums that do not wait for one another: what 128-bit registers reach
 * where nothing is loaded or stored. 96 floating-point operations a step.
 */
export function multiplyAdds(steps: i32): f32 {
  const a = f32x4.splat(0.5);
  const b = f32x4.splat(0.25);
  let c0 = f32x4.splat(0);
  let c1 = f32x4.splat(1);
  let c2 = f32x4.splat(2);
  let c3 = f32x4.splat(3);
  let c4 = f32x4.splat(4);
  let c5 = f32x4.splat(5);
  let c6 = f32x4.splat(6);
  let c7 = f32x4.splat(7);
  let c8 = f32x4.splat(8);
  let c9 = f32x4.splat(9);
  let c10 = f32x4.splat(10);
  let c11 = f32x4.splat(11);
  for (let i = 0; i < steps; i++) {
    c0 = v128.relaxed_madd<f32>(a, b, c0);
    c1 = v128.relaxed_madd<f32>(a, b, c1);
    c2 = v128.relaxed_madd<f32>(a, b, c2);
    c3 = v128.relaxed_madd<f32>(a, b, c3);
    c4 = v128.relaxed_madd<f32>(a, b, c4);
    c5 = v128.relaxed_madd<f32>(a, b, c5);
    c6 = v128.relaxed_madd<f32>(a, b, c6);
    c7 = v128.relaxed_madd<f32>(a, b, c7);
    c8 = v128.relaxed_madd<f32>(a, b, c8);
    c9 = v128.relaxed_madd<f32>(a, b, c9);
    c10 = v128.relaxed_madd<f32>(a, b, c10);
    c11 = v128.relaxed_madd<f32>(a, b, c11);
  }
  const low = f32x4.add(f32x4.add(f32x4.add(c0, c1), f32x4.add(c2, c3)), f32x4.add(c4, c5));
  const high = f32x4.add(f32x4.add(f32x4.add(c6, c7), f32x4.add(c8, c9)), f32x4.add(c10, c11));
  const sums = f32x4.add(low, high);
  return (
    f32x4.extract_lane(sums, 0) +
    f32x4.extract_lane(sums, 1) +
    f32x4.extract_lane(sums, 2) +
    f32x4.extract_lane(sums, 3)
  );
}
